using System.Net;
using LanChat.Server.Web;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Tests.Web;

public sealed class ForwardedHeadersSpecs
{
    private static readonly TrustedProxies Ours = new(
        TestSettings.With(
            "web.behind-proxy=[\"127.0.0.1\", \"::1\", \"10.1.0.0/16\", \"2001:db8:1::/48\"]").Web.BehindProxy);

    private static HttpRequest Request(string headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var header in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (header.Split(": ", 2)[0], header.Split(": ", 2)[1]);
            request.Headers.Append(name, value);
        }

        return request;
    }

    private static ForwardedHeaders? Read(string headers) =>
        ForwardedHeaders.TryRead(Request(headers), Ours, out var read) ? read : null;

    [Theory]
    [InlineData("X-Forwarded-For: 192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 6.6.6.6, 192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1, 10.1.2.3", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-For: 10.1.2.3,127.0.0.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: unknown, 192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1:4567", "192.0.2.1")]
    [InlineData("X-Forwarded-For: [2001:db8::1]:4567", "2001:db8::1")]
    [InlineData("X-Forwarded-For: 2001:db8::1", "2001:db8::1")]
    [InlineData("X-Forwarded-For: 192.0.2.1, 2001:db8:1::7", "192.0.2.1")]
    [InlineData("X-Forwarded-For: ::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1, ::ffff:10.1.2.3", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 10.1.2.3, 10.1.2.4", "10.1.2.3")]
    [InlineData("Forwarded: for=192.0.2.1", "192.0.2.1")]
    [InlineData("Forwarded: for=6.6.6.6, for=192.0.2.1;proto=https", "192.0.2.1")]
    [InlineData("Forwarded: For=\"[2001:db8::1]:4567\";proto=http;by=10.1.0.1", "2001:db8::1")]
    [InlineData("Forwarded: for=192.0.2.1, for=\"10.1.2.3:80\"", "192.0.2.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nForwarded: for=192.0.2.1", "192.0.2.1")]
    [InlineData("X-Forwarded-Proto: https", null)]
    public void The_client_address_is_the_last_one_that_is_no_trusted_proxy(string headers, string? address) =>
        Assert.Equal(address, Read(headers)!.Address?.ToString());

    [Theory]
    [InlineData("X-Forwarded-For: unknown")]
    [InlineData("X-Forwarded-For: 192.0.2.1, ")]
    [InlineData("X-Forwarded-For: _hidden, 10.1.2.3")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nForwarded: for=192.0.2.2")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nForwarded: for=127.0.0.1")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-Proto: javascript")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-Prefix: /a?b")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-Prefix: /a//b")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-Prefix: /a\"b")]
    [InlineData("Forwarded: for=unknown")]
    [InlineData("Forwarded: proto=https")]
    [InlineData("Forwarded: nonsense")]
    [InlineData("Forwarded: for=192.0.2.1;for=192.0.2.2")]
    public void Invalid_or_contradictory_headers_are_rejected(string headers) => Assert.Null(Read(headers));

    [Theory]
    [InlineData(
        "X-Forwarded-For: 192.0.2.1\nX-Forwarded-Proto: HTTPS\nX-Forwarded-Host: chat.lan:8443\nX-Forwarded-Prefix: "
            + "/chat/",
        "https",
        "chat.lan:8443",
        "/chat")]
    [InlineData(
        "X-Forwarded-For: 192.0.2.1, 10.1.2.3\nX-Forwarded-Proto: https, http\nX-Forwarded-Host: chat.lan, inner",
        "https",
        "chat.lan",
        "")]
    [InlineData("X-Forwarded-For: 6.6.6.6, 192.0.2.1\nX-Forwarded-Proto: https", "https", null, "")]
    [InlineData("X-Forwarded-For: 192.0.2.1\nX-Forwarded-Proto: wss\nX-Forwarded-Prefix: a/b", "https", null, "/a/b")]
    [InlineData("Forwarded: for=192.0.2.1;proto=https;host=\"chat.lan:8443\"", "https", "chat.lan:8443", "")]
    public void Scheme_host_and_prefix_are_read(string headers, string? scheme, string? host, string prefix)
    {
        var read = Read(headers)!;

        Assert.Equal((scheme, host, prefix), (read.Scheme, read.Host, read.Prefix));
    }

    [Theory]
    [InlineData("X-Forwarded-For: 127.0.0.1", true)]
    [InlineData("X-Forwarded-For: ::1, 127.0.0.1", true)]
    [InlineData("X-Forwarded-For: 127.0.0.1, 10.1.2.3", false)]
    [InlineData("X-Forwarded-For: 192.0.2.1", false)]
    [InlineData("Forwarded: for=127.0.0.1", true)]
    public void Only_a_request_with_loopback_addresses_alone_is_local(string headers, bool isLocal) =>
        Assert.Equal(isLocal, Read(headers)!.IsLocal);

    [Theory]
    [InlineData("X-Forwarded-For: 1.2.3.4")]
    [InlineData("X-Forwarded-Proto: https")]
    [InlineData("X-Forwarded-Host: a")]
    [InlineData("X-Forwarded-Prefix: /a")]
    [InlineData("Forwarded: for=1.2.3.4")]
    [InlineData("X-Real-IP: 1.2.3.4")]
    [InlineData("Via: 1.1 proxy")]
    public void Each_forwarding_header_is_recognised(string headers) =>
        Assert.True(ForwardedHeaders.AreIn(Request(headers)));

    [Theory]
    [InlineData("web.behind-proxy=127.0.0.1", "127.0.0.1", true)]
    [InlineData("web.behind-proxy=[\"10.0.0.0/8\"]", "10.200.0.1", true)]
    [InlineData("web.behind-proxy=[\"10.0.0.0/8\"]", "11.0.0.1", false)]
    [InlineData("web.behind-proxy=[\"10.0.0.0/8\"]", "::ffff:10.0.0.1", true)]
    [InlineData("web.behind-proxy=[\"fd00::/8\"]", "fd12::1", true)]
    [InlineData("web.behind-proxy=[]", "127.0.0.1", false)]
    public void Proxies_are_configured_by_address_or_network(string setting, string address, bool isProxy) =>
        Assert.Equal(
            isProxy, new TrustedProxies(TestSettings.With(setting).Web.BehindProxy).Contains(IPAddress.Parse(address)));
}
