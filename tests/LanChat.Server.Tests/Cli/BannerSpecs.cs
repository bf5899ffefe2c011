using System.Net;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using LanChat.Server.Cli;
using LanChat.Server.Network;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Cli;

public sealed class BannerSpecs
{
    private static string[] Lines(string listen, int port) =>
        Lines(new DialectEndpoint(new JsonDialect(), new IPEndPoint(IPAddress.Parse(listen), port)));

    private static string[] Lines(params DialectEndpoint[] endpoints) =>
        [.. Banner.For(
            TestSettings.With("room.name=Our room"),
            endpoints,
            web: new WebEndpoint(8080),
            certificate: null,
            withCode: false).Split('\n').Select(line => line.TrimEnd())];

    [Fact]
    public void The_banner_names_the_port_of_every_served_dialect()
    {
        var lines = Lines(
            [.. AllDialects.List.Take(3).Select(
                dialect => new DialectEndpoint(dialect, new IPEndPoint(IPAddress.Loopback, dialect.UsualPort)))]);

        Assert.Equal("Ports     json 8001, terminal 8002, colon 8888 (TCP), discovery on UDP 8000", lines[3]);
    }

    [Fact]
    public void The_banner_names_the_room_and_its_addresses()
    {
        var lines = Lines("10.1.2.3", 8001);

        Assert.Equal(Banner.VersionWith("akka-io"), lines[0]);
        Assert.Equal("Room      Our room", lines[1]);
        Assert.Equal("Address   10.1.2.3:8001", lines[2]);
        Assert.Equal("Ports     json 8001 (TCP), discovery on UDP 8000", lines[3]);
        Assert.Equal("Browsers  http://10.1.2.3:8080/", lines[4]);
    }

    [Fact]
    public void A_QR_code_leads_to_the_page_and_is_omitted_without_one()
    {
        var endpoints =
            new[] { new DialectEndpoint(new JsonDialect(), new IPEndPoint(IPAddress.Parse("10.1.2.3"), 8001)) };

        Assert.Contains("\u2588", Banner.For(
            TestSettings.With(), endpoints, web: new WebEndpoint(8080), certificate: null, withCode: true));
        Assert.DoesNotContain(
            "\u2588", Banner.For(TestSettings.With(), endpoints, web: null, certificate: null, withCode: true));
        Assert.Contains(
            "Browsers  off", Banner.For(TestSettings.With(), endpoints, web: null, certificate: null, withCode: true));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void The_banner_names_every_address_when_listening_on_all(string any) => Assert.Equal(
        $"Address   {string.Join(", ", OwnAddresses.All().Select(own => $"{own.Address}:9001"))}", Lines(any, 9001)[2]);

    [Fact]
    public void An_IPv6_address_is_in_brackets() => Assert.Equal("Address   [::1]:8001", Lines("::1", 8001)[2]);

    [Fact]
    public void The_version_names_the_program_and_its_platform() =>
        Assert.Matches(
            @"^LanChat server \d+\.\d+\.\d+ on \S.* \d+\.\d+\.\d+, transport kestrel$", Banner.VersionWith("kestrel"));

    [Fact]
    public void With_TLS_the_banner_marks_the_ports()
    {
        var endpoints =
            new[] { new DialectEndpoint(new JsonDialect(), new IPEndPoint(IPAddress.Parse("10.1.2.3"), 8001)) };

        var banner = Banner.For(
            TestSettings.With("transport=kestrel", "tls=on"), endpoints, web: null, certificate: null, withCode: false);

        Assert.Contains("transport kestrel", banner);
        Assert.Contains("Ports     json 8001 (TCP, TLS), discovery on UDP 8000", banner);
    }
}
