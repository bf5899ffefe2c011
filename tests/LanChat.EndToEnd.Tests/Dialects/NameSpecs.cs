using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>Nicknames and texts as each dialect sends them.</summary>
public sealed class NameSpecs(AllDialectsServer one) : IClassFixture<AllDialectsServer>
{
    public static TheoryData<string> Everyone => [.. ClientCodec.Names];

    /// <summary>The dialects in which a client chooses its nickname.</summary>
    public static TheoryData<string> Named => [.. ClientCodec.Names.Except(["miniqq"])];

    [Theory]
    [MemberData(nameof(Named))]
    public async Task A_nickname_of_73_Chinese_characters_is_valid_in_every_dialect(string codec)
    {
        var name = string.Concat(Enumerable.Repeat("一二三四五六七八九十", 8))[..(73 - codec.Length)] + codec;
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"long witness of {codec}");
        using var person = await Person.Enter(one.Server, witness, codec, name);

        await person.Say("这么长");
        // Some dialects show a newcomer what others said before.
        ReceivedMessage own;
        do own = await person.Receive(); while (own.From != name);
        Assert.Equal(new ReceivedMessage(name, "这么长"), own);
        Assert.Equal((name, "这么长"), await witness.NextSaid());
        await witness.Type($"@{name} 私聊");
        Assert.Equal("私聊", (await person.Receive()).Text);
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task A_nickname_with_spaces_can_be_addressed_in_every_dialect(string codec)
    {
        var name = $"a b {codec}";
        using var witness = await LineClient.Enter(one.Server.EndPoint, name);
        using var person = await Person.Enter(one.Server, witness, codec, $"addresser-{codec}");

        await person.Tell(name, "only you");

        Assert.Equal((person.Name, $"(private to {name}) only you"), await witness.NextSaid());
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Text_in_GBK_is_decoded_in_every_dialect(string codec)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"gbk witness of {codec}");
        using var person = await Person.Enter(one.Server, witness, codec, $"gbk-{codec}");

        await person.SayInGbk("你好，{世界}亇亄乗");
        if (codec == "rich")
        {
            // Rich JSON must be UTF-8.
            await witness.Receive("【gbk-rich】下线了");
            return;
        }

        Assert.Equal((person.Name, "你好，{世界}亇亄乗"), await witness.NextSaid());
    }

    [Theory]
    [InlineData("pychat", "【小糖豆】加入", """{"type":"login","msg":"小糖豆"}""")]
    [InlineData("colon", "【小糖豆】加入", "小糖豆")]
    [InlineData("terminal", "【小糖豆】加入", "小糖豆")]
    [InlineData("line", "【小糖豆】加入", "login 小糖豆\n")]
    public async Task A_nickname_in_GBK_is_decoded(string dialect, string welcome, string greeting)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"witness of a name on {dialect}");
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));

        await client.SendGbk(greeting);

        await witness.Receive(welcome);
        client.Dispose();
        await witness.Receive("【小糖豆】下线了");
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("terminal")]
    [InlineData("colon")]
    [InlineData("pychat")]
    [InlineData("miniqq")]
    [InlineData("line")]
    public async Task A_character_split_between_two_reads_arrives_whole(string codec)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"cut witness of {codec}");
        using var person = await Person.Enter(one.Server, witness, codec, $"cut-{codec}");

        await person.SayInTwoHalves("前😀");

        Assert.Equal((person.Name, "前😀"), await witness.NextSaid());
    }
}
