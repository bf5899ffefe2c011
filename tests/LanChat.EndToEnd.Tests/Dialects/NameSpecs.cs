using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>Names and texts as the people of each dialect have them.</summary>
public sealed class NameSpecs(AllDialectsServer one) : IClassFixture<AllDialectsServer>
{
    public static TheoryData<string> Everyone => [.. Manner.Names];

    /// <summary>Those who choose a name.</summary>
    public static TheoryData<string> Named => [.. Manner.Names.Except(["miniqq"])];

    [Theory]
    [MemberData(nameof(Named))]
    public async Task A_name_of_73_Chinese_characters_is_a_name_on_every_dialect(string manner)
    {
        var name = string.Concat(Enumerable.Repeat("一二三四五六七八九十", 8))[..(73 - manner.Length)] + manner;
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"long witness of {manner}");
        using var person = await Person.Enter(one.Server, witness, manner, name);

        await person.Say("这么长");
        Assert.Equal(new Words(name, "这么长"), await person.Hear());
        Assert.Equal((name, "这么长"), await witness.NextSaid());
        await witness.Type($"@{name} 私聊");
        Assert.Equal("私聊", (await person.Hear()).Text);
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task A_name_with_spaces_can_be_addressed_from_every_dialect(string manner)
    {
        var name = $"a b {manner}";
        using var witness = await LineClient.Enter(one.Server.EndPoint, name);
        using var person = await Person.Enter(one.Server, witness, manner, $"addresser-{manner}");

        await person.Tell(name, "only you");

        Assert.Equal((person.Name, $"(private to {name}) only you"), await witness.NextSaid());
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Text_in_GBK_is_understood_on_every_dialect(string manner)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"gbk witness of {manner}");
        using var person = await Person.Enter(one.Server, witness, manner, $"gbk-{manner}");

        await person.SayInGbk("你好，{世界}亇亄乗");
        if (manner == "rich")
        {
            // Its JSON is UTF-8 or none.
            await witness.Hear("【gbk-rich】下线了");
            return;
        }

        Assert.Equal((person.Name, "你好，{世界}亇亄乗"), await witness.NextSaid());
    }

    [Theory]
    [InlineData("pychat", "【小糖豆】加入", """{"type":"login","msg":"小糖豆"}""")]
    [InlineData("colon", "【小糖豆】加入", "小糖豆")]
    [InlineData("terminal", "【小糖豆】加入", "小糖豆")]
    [InlineData("line", "【小糖豆】加入", "login 小糖豆\n")]
    public async Task A_name_in_GBK_is_understood(string dialect, string welcome, string greeting)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"witness of a name on {dialect}");
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));

        await client.SendGbk(greeting);

        await witness.Hear(welcome);
        client.Dispose();
        await witness.Hear("【小糖豆】下线了");
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("terminal")]
    [InlineData("colon")]
    [InlineData("pychat")]
    [InlineData("miniqq")]
    [InlineData("line")]
    public async Task A_character_that_two_reads_cut_in_half_arrives_whole(string manner)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"cut witness of {manner}");
        using var person = await Person.Enter(one.Server, witness, manner, $"cut-{manner}");

        await person.SayInTwoHalves("前😀");

        Assert.Equal((person.Name, "前😀"), await witness.NextSaid());
    }
}
