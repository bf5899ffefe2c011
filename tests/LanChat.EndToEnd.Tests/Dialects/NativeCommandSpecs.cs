using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>The commands of the native dialect's line mode.</summary>
public sealed class NativeCommandSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;
    private LineClient _ann = null!;
    private LineClient _ben = null!;

    public async Task InitializeAsync()
    {
        _server = await ServerProgram.Start();
        _ann = await LineClient.Enter(_server.EndPoint, "ann");
        _ben = await LineClient.Enter(_server.EndPoint, "ben b");
    }

    public async Task DisposeAsync()
    {
        _ann.Dispose();
        _ben.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("@\"ben b\" only you")]
    [InlineData("@\"BEN B\" only you")]
    public async Task A_private_message_is_marked_and_delivered_to_two_only(string line)
    {
        using var other = await LineClient.Enter(_server.EndPoint, "other");

        await _ann.Type(line);
        await _ann.Type("for all");

        foreach (var client in new[] { _ann, _ben })
        {
            Assert.Equal(("ann", "(private to ben b) only you"), await client.NextSaid());
            Assert.Equal(("ann", "for all"), await client.NextSaid());
        }

        Assert.Equal(("ann", "for all"), await other.NextSaid());
    }

    [Theory]
    [InlineData("@nobody hello?", "Nobody of that name is here.")]
    [InlineData("@ben hello?", "Nobody of that name is here.")]
    [InlineData("@ann", "Something is missing: a name, a text, or both.")]
    [InlineData("@\"ben b hello?", "Something is missing: a name, a text, or both.")]
    [InlineData("/nick", "Something is missing: a name, a text, or both.")]
    [InlineData("/me", "Something is missing: a name, a text, or both.")]
    [InlineData("/bogus text", "There is no such command; /help lists them all.")]
    [InlineData("/", "There is no such command; /help lists them all.")]
    [InlineData("/nick BEN B", "That nickname is taken.")]
    [InlineData("/nick 系统消息", "The room itself speaks by that name.")]
    public async Task An_invalid_command_is_answered_and_not_published(string line, string answer)
    {
        await _ann.Type(line);
        Assert.Equal("系统消息", (string)(await _ann.Receive(answer))["nickname"]!);

        await _ann.Type("after");
        Assert.Equal(("ann", "after"), await _ben.NextSaid());
    }

    [Theory]
    [InlineData("//etc/hosts", "/etc/hosts")]
    [InlineData("///", "//")]
    [InlineData("/me is here", "* ann is here")]
    [InlineData(":smile: 😀", ":smile: 😀")]
    [InlineData(" @ben b", " @ben b")]
    public async Task A_line_that_is_no_command_is_published(string line, string said)
    {
        await _ann.Type(line);

        Assert.Equal(("ann", said), await _ben.NextSaid());
    }

    [Fact]
    public async Task List_and_help_are_sent_to_the_requester_only()
    {
        await _ann.NextFrame(2);
        await _ann.Type("/ls");
        JsonNode list;
        do list = await _ann.NextFrame(2); while (list["data"]!.AsArray().Count < 2);
        Assert.Equal(["ann", "ben b"], list["data"]!.AsArray().Select(member => (string)member![0]!));

        await _ann.Type("/help");
        var help = (string)(await _ann.Receive("/ls"))["message"]!;
        Assert.All(
            ["@name text", "@\"a b\" text", "/me text", "/nick", "/i", "//text"],
            command => Assert.Contains(command, help));
        await _ann.Type("after");
        Assert.Equal(("ann", "after"), await _ben.NextSaid());
    }

    [Fact]
    public async Task A_rename_is_published_and_private_messages_use_the_new_nickname()
    {
        await _ann.Type("/nick Ann Two");
        // A list that was due already may come before the message.
        var (isTold, isListed) = (false, false);
        while (!isTold || !isListed)
        {
            var frame = await _ben.NextFrame(1, 2);
            var first = frame["data"]![0]!;
            if ((int)frame["code"]! == 2) isListed |= (string)first[0]! == "Ann Two";
            else isTold |= ((string)first["message"]!).EndsWith("【ann】改名为【Ann Two】", StringComparison.Ordinal);
        }

        await _ben.Type("@\"ann two\" still you?");
        Assert.Equal(("ben b", "(private to Ann Two) still you?"), await _ann.NextSaid());
        await _ben.Type("@ann gone?");
        await _ben.Receive("Nobody of that name is here.");
    }

    [Fact]
    public async Task An_ignoring_member_gets_system_and_private_messages_only()
    {
        await _ann.Type("/i");
        await _ann.Receive("The group is shut out");
        await _ann.Type("can you hear me?");
        await _ann.Receive("You have shut the group out");
        await _ann.Type("/me waves");
        await _ann.Receive("You have shut the group out");

        await _ben.Type("for the group");
        await _ben.Type("@ann for ann");
        Assert.Equal(("ben b", "(private to ann) for ann"), await _ann.NextSaid());
        Assert.Equal(("ben b", "for the group"), await _ben.NextSaid());
        using var other = await LineClient.Enter(_server.EndPoint, "other");
        await _ann.Receive("【other】加入");

        await _ann.Type("/i");
        await _ann.Receive("The group is let in again");
        await _ben.Type("for the group again");
        Assert.Equal(("ben b", "for the group again"), await _ann.NextSaid());
    }
}
