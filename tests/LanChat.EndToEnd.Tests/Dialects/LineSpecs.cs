using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>The line dialect end to end: requests and replies over telnet.</summary>
public sealed class LineSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_login_attempt_is_answered()
    {
        using var other = await LineClient.Enter(_server.EndPoint, "Taken");
        using var client = await TelnetClient.Connect(_server);

        await client.Type("login");
        Assert.Equal("UserName Empty", await client.Next());
        await client.Type("login  ");
        Assert.Equal("UserName Empty", await client.Next());
        await client.Type("login taken");
        Assert.Equal("UserName Exist", await client.Next());
        await client.Type("login a b");
        Assert.Equal("Login Success", await client.Next());
        await other.Receive("【a b】加入聊天室");
    }

    [Fact]
    public async Task Members_are_told_of_joins_and_leaves()
    {
        using var inside = await TelnetClient.Login(_server, "inside");
        var leaver = await TelnetClient.Login(_server, "leaver");
        Assert.Equal("leaver has entered the room.", await inside.Next());
        var lost = await TelnetClient.Login(_server, "lost");
        Assert.Equal("lost has entered the room.", await inside.Next());
        Assert.Equal("lost has entered the room.", await leaver.Next());

        await leaver.Type("logout");
        Assert.Null(await leaver.NextOrEnd());
        Assert.Equal("leaver has left the room.", await inside.Next());
        Assert.Equal("leaver has left the room.", await lost.Next());
        lost.Reset();
        Assert.Equal("lost has left the room.", await inside.Next());
    }

    [Fact]
    public async Task A_message_is_sent_to_everyone_including_its_sender()
    {
        using var ann = await TelnetClient.Login(_server, "ann");
        using var ben = await TelnetClient.Login(_server, "ben");
        Assert.Equal("ben has entered the room.", await ann.Next());

        await ben.Type("say 你好: all\r");

        Assert.Equal("ben: 你好: all", await ann.Next());
        Assert.Equal("ben: 你好: all", await ben.Next());
    }

    [Fact]
    public async Task Look_lists_members_of_every_dialect()
    {
        using var other = await LineClient.Enter(_server.EndPoint, "小糖豆");
        using var ann = await TelnetClient.Login(_server, "ann");

        await ann.Type("look");

        Assert.Equal(["Online Users:", "小糖豆", "ann"], [await ann.Next(), await ann.Next(), await ann.Next()]);
    }

    [Fact]
    public async Task A_private_message_is_delivered_to_two_and_nicknames_may_have_spaces()
    {
        using var other = await TelnetClient.Login(_server, "other");
        using var ann = await TelnetClient.Login(_server, "ann");
        using var ben = await TelnetClient.Login(_server, "ben b");
        Assert.Equal("ann has entered the room.", await other.Next());
        Assert.Equal("ben b has entered the room.", await other.Next());
        Assert.Equal("ben b has entered the room.", await ann.Next());

        await ann.Type("tell \"ben b\" only you");
        Assert.Equal("(private) ann: only you", await ben.Next());
        Assert.Equal("(private) ann: only you", await ann.Next());
        await ben.Type("tell ANN you too");
        Assert.Equal("(private) ben b: you too", await ann.Next());

        await ann.Type("say to all");
        Assert.Equal("ann: to all", await other.Next());
    }

    [Theory]
    [InlineData("tell nobody hello?", "Nobody of that name is here.")]
    [InlineData("tell gone hello?", "Nobody of that name is here.")]
    [InlineData("tell ann", "Something is missing: a name, a text, or both.")]
    [InlineData("tell \"ann hello?", "Something is missing: a name, a text, or both.")]
    [InlineData("tell", "Something is missing: a name, a text, or both.")]
    [InlineData("say", "Something is missing: a name, a text, or both.")]
    [InlineData("shout loudly", "Unknown command: shout")]
    [InlineData("login again", "Unknown command: login")]
    [InlineData("/ls", "Unknown command: /ls")]
    public async Task An_invalid_command_is_answered(string line, string answer)
    {
        using var ann = await TelnetClient.Login(_server, "ann");
        var gone = await TelnetClient.Login(_server, "gone");
        gone.Dispose();
        await ann.Next();
        await ann.Next();

        await ann.Type(line);

        Assert.Equal(answer, await ann.Next());
    }

    [Fact]
    public async Task Before_login_no_message_is_received_or_sent_and_empty_lines_are_ignored()
    {
        using var witness = await LineClient.Enter(_server.EndPoint, "witness");
        using var stranger = await TelnetClient.Connect(_server);
        await witness.Type("nothing for strangers");
        await witness.NextSaid();

        await stranger.Type("\r\n\nsay hello\nlook\ntell witness hello");

        Assert.Equal("Unknown command: say", await stranger.Next());
        Assert.Equal("Unknown command: look", await stranger.Next());
        Assert.Equal("Unknown command: tell", await stranger.Next());
    }

    [Fact]
    public async Task A_script_that_closes_its_side_gets_all_replies()
    {
        using var client = await SocketClient.Connect(_server.EndPointOf("line"));
        await client.Send("login script\nsay one\nsay two\nlook");
        client.EndSending();

        Assert.Equal(
            "Connect Success\nLogin Success\nscript: one\nscript: two\nOnline Users:\nscript\n",
            await client.ReceiveAll());
    }
}
