using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// The colon dialect end to end: nicknames, user lists, messages, private messages, stickers.
/// </summary>
public sealed class ColonSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Everyone_gets_the_user_list_on_every_join_and_leave()
    {
        using var zhang = await Enter("张三");
        Assert.Equal("""["张三"]""", await zhang.Next());

        using var li = await Enter("李四");
        Assert.Equal("""["张三", "李四"]""", await li.Next());
        Assert.Equal("""["张三", "李四"]""", await zhang.Next());
        var guest = await LineClient.Enter(_server.EndPoint, "a \"guest\"");
        Assert.Equal("""["张三", "李四", "a \"guest\""]""", await zhang.Next());

        guest.Dispose();
        Assert.Equal("""["张三", "李四"]""", await zhang.Next());
        zhang.Reset();
        await li.Next("guest");
        await li.Next("张三");
        Assert.Equal("""["李四"]""", await li.Next());
    }

    [Fact]
    public async Task A_user_without_a_name_is_named_by_address_and_port()
    {
        using var client = await Enter("no");

        Assert.Equal($"""["127.0.0.1:{client.Local.Port}"]""", await client.Next());
    }

    [Fact]
    public async Task A_taken_nickname_gets_a_suffix_until_it_is_free()
    {
        using var first = await Enter("张三");
        await first.Next();
        using var second = await Enter("张三");
        Assert.Equal("""["张三", "张三_2"]""", await second.Next());
        using var third = await Enter("张三");

        Assert.Equal("""["张三", "张三_2", "张三_2_2"]""", await third.Next());
    }

    [Theory]
    [InlineData("hello: all; of you")]
    [InlineData("aa**")]
    [InlineData("``#happy.gif")]
    [InlineData("  spaces stay \t")]
    [InlineData("ﬁ ａ é e\u0301 😀 \u200D")]
    public async Task A_message_to_everyone_arrives_unchanged(string text)
    {
        using var netcat = await LineClient.Enter(_server.EndPoint, "netcat");
        using var zhang = await Enter("张三");
        await zhang.Next();
        using var li = await Enter("李四");
        await li.Next();
        await zhang.Next("李四");

        await zhang.Send($"{text}:;张三:;【群发】");

        Assert.Equal($" 张三:{text}:;张三:;【群发】", await zhang.Next());
        Assert.Equal($" 张三:{text}:;张三:;【群发】", await li.Next());
        Assert.Equal(("张三", text), await netcat.NextSaid());
        await netcat.Type(text);
        Assert.Equal($" netcat:{text}:;netcat:;【群发】", await li.Next());
    }

    [Fact]
    public async Task The_separator_inside_a_text_is_broken_up_for_colon_clients()
    {
        using var netcat = await LineClient.Enter(_server.EndPoint, "netcat");
        using var zhang = await Enter("张三");
        await zhang.Next();

        await zhang.Send("a:;b:;张三:;【群发】");

        Assert.Equal(("张三", "a:;b"), await netcat.NextSaid());
        Assert.Equal(" 张三:a: ;b:;张三:;【群发】", await zhang.Next());
        await netcat.Type(";)");
        Assert.Equal(" netcat: ;):;netcat:;【群发】", await zhang.Next());
    }

    [Fact]
    public async Task A_private_message_is_delivered_to_sender_and_recipient_only()
    {
        using var other = await Enter("other");
        await other.Next();
        using var zhang = await Enter("张三");
        await other.Next("张三");
        using var li = await Enter("李 四");
        await other.Next("李 四");
        await zhang.Next("李 四");
        await li.Next();

        await zhang.Send("aa**:;张三:;李 四");

        Assert.Equal(" 张三:aa**:;张三:;李 四", await li.Next());
        Assert.Equal(" 张三:aa**:;张三:;李 四", await zhang.Next());
        await zhang.Send("for all:;张三:;【群发】");
        Assert.Equal(" 张三:for all:;张三:;【群发】", await other.Next());
    }

    [Theory]
    [InlineData("hello?:;张三:;nobody", "Nobody of that name is here.")]
    [InlineData("hello?:;张三:;gone", "Nobody of that name is here.")]
    [InlineData("hello?:;张三", "Something is missing: a name, a text, or both.")]
    [InlineData("hello?", "Something is missing: a name, a text, or both.")]
    [InlineData(":;张三:;【群发】", "Something is missing: a name, a text, or both.")]
    public async Task A_message_that_cannot_be_delivered_is_answered_to_its_sender(string message, string answer)
    {
        using var gone = await Enter("gone");
        await gone.Next();
        using var zhang = await Enter("张三");
        await zhang.Next();
        gone.Dispose();
        Assert.Equal("""["张三"]""", await zhang.Next());

        await zhang.Send(message);
        Assert.Equal($" 系统消息:{answer}:;系统消息:;【群发】", await zhang.Next());

        await zhang.Send("still here:;张三:;【群发】");
        Assert.Equal(" 张三:still here:;张三:;【群发】", await zhang.Next());
    }

    [Fact]
    public async Task An_invalid_nickname_is_refused_and_the_client_disconnected()
    {
        using var client = await Enter(new string('长', 101));

        Assert.Equal(" 系统消息:That nickname is too long.:;系统消息:;【群发】", await client.Next());
        Assert.Null(await client.NextOrEnd());
    }

    private async Task<OlderClient> Enter(string name)
    {
        var client = await OlderClient.Connect(_server.EndPointOf("colon"));
        await client.Send(name);
        return client;
    }
}
