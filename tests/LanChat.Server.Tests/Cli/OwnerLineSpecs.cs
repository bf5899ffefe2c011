using LanChat.Cli;
using LanChat.Protocol;
using LanChat.Server.Cli;

namespace LanChat.Server.Tests.Cli;

public sealed class OwnerLineSpecs
{
    private static string Line(WebEndpoint? web, bool withCode) =>
        OwnerLine.For(TestSettings.With("listen.address=10.1.2.3"), web, "AB-12", withCode);

    [Fact]
    public void The_QR_code_of_the_link_stands_below_the_line()
    {
        var line = Line(new WebEndpoint(8080), withCode: false);

        Assert.DoesNotContain("\u2588", line);
        Assert.Contains("http://10.1.2.3:8080/#own=AB-12", line);
        Assert.Equal(
            $"{line}\n{TerminalQrCode.Of("http://10.1.2.3:8080/#own=AB-12")}",
            Line(new WebEndpoint(8080), withCode: true));
    }

    [Fact]
    public void Without_a_page_there_is_no_link_and_no_QR_code() =>
        Assert.Equal(Line(web: null, withCode: false), Line(web: null, withCode: true));
}
