using System.Net.WebSockets;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class WebSocketSpecs(SharedServers servers) : IClassFixture<SharedServers>
{
    [Fact]
    public async Task A_browser_and_netcat_share_the_room()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await WebClient.Enter(server.Page, "ann");
        using var ben = await LineClient.Enter(server.EndPoint, "ben");

        await ann.Say("from a browser 上海");
        await ben.Receive("from a browser 上海");
        await ben.Type("from netcat");
        Assert.Equal("ben", (string)(await ann.Receive("from netcat"))["nickname"]!);

        await ann.Close();
        await ben.Receive("【ann】下线了");
    }

    [Fact]
    public async Task A_message_may_come_in_fragments_and_several_in_one_frame()
    {
        var server = await servers.WithPage();
        using var ann = await WebClient.Connect(server.Page);

        await ann.Send("{\"hello\":1,", isWhole: false);
        await ann.Send("\"nick\":\"ann\"}\n{\"say\":\"one\"}\n{\"say\":\"two\"}");

        await ann.Receive("one");
        await ann.Receive("two");
    }

    [Fact]
    public async Task A_lost_connection_is_a_leave()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ben.Receive("【ann】加入");

        ann.Break();

        await ben.Receive("【ann】下线了");
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_and_the_client_disconnected()
    {
        var server = await servers.WithPage();
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ann.NextFrame(3);

        await ann.Send(new string('x', 70_000));

        Assert.Equal("line-too-long", (string)(await ann.NextFrame(9))["data"]!["error"]!);
        Assert.Null(await ann.NextFrame());
    }

    [Fact]
    public async Task A_slow_browser_is_disconnected_and_does_not_affect_others()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.limits.waiting=256KiB");
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var cat = await LineClient.Enter(server.EndPoint, "cat");
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ben.Receive("【ann】加入");
        var gone = cat.Receive("【ann】下线了");

        // Far more than all buffers on the way hold together.
        for (var number = 0; number < 400; number++)
        {
            await ben.Type($"{number} {new string('x', 60_000)}");
            await ben.Receive($"{number} x");
        }

        await gone;
    }

    [Fact]
    public async Task A_goodbye_is_sent_when_the_server_ends()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ann.NextFrame(2);

        Assert.Equal(0, await server.Stop());

        Assert.Equal("closing", (string)(await ann.NextFrame(9))["data"]!["error"]!);
        Assert.Null(await ann.NextFrame());
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task Pages_of_other_sites_cannot_connect(string origin)
    {
        var server = await servers.WithPage();

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => WebClient.Connect(server.Page, origin));

        Assert.Contains("403", refused.Message);
    }

    [Fact]
    public async Task The_servers_own_page_can_connect()
    {
        var server = await servers.WithPage();
        using var ann = await WebClient.Connect(server.Page, server.Page.GetLeftPart(UriPartial.Authority));

        await ann.Send(new JsonObject { ["hello"] = 1, ["nick"] = "ann" });

        Assert.Equal("ann", (string)(await ann.NextFrame(3))["data"]!["nick"]!);
    }
}
