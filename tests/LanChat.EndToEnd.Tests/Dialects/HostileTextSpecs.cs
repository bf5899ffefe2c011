using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// What breaks other servers, said by those who send text; afterwards an ordinary client enters and
/// speaks.
/// </summary>
public sealed class HostileTextSpecs(AllDialectsServer one) : IClassFixture<AllDialectsServer>
{
    private static readonly byte[] NotText = [0x61, 0x81, 0x20, 0x0A];

    private static readonly Dictionary<string, string> Greetings = new()
    {
        ["json"] = "hostile",
        ["terminal"] = "hostile",
        ["colon"] = "hostile",
        ["line"] = "login hostile\n",
    };

    public static TheoryData<string> OfText => [.. Greetings.Keys];

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Bytes_that_are_no_text_are_answered_and_closed(string dialect)
    {
        foreach (var bytes in new[] { NotText, "a\0b\n"u8.ToArray() })
        {
            using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));
            await client.Send(bytes);
            await client.Next("That is not text in UTF-8 or GBK.");
            Assert.Null(await client.NextOrEnd());
        }

        await AnOrdinaryClientSpeaks(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Bytes_that_are_no_text_are_never_said(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"text witness of {dialect}");
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect), most: 4096);
        await client.Send(Greetings[dialect]);
        await witness.Hear("【hostile】加入");

        await client.Send([.. Encoding.UTF8.GetBytes(dialect == "line" ? "say " : ""), .. NotText]);

        await client.Next("That is not text in UTF-8 or GBK.");
        await witness.Hear("【hostile】下线了");
        await AnOrdinaryClientSpeaks(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Ten_megabytes_without_an_end_cost_nobody_else_anything(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"flood witness of {dialect}");
        using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
        await client.Send(Greetings[dialect]);
        await witness.Hear("【hostile】加入");

        // Whoever goes on sending is disconnected, or read no faster than they read themselves:
        // then this one would wait for ever.
        var sending = client.Send(new string('x', 10_000_000));
        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1)));
        client.Reset();
        await Record.ExceptionAsync(() => sending);
        await witness.Hear("【hostile】下线了");
        await AnOrdinaryClientSpeaks(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Many_who_reset_in_the_middle_of_everything_leave_the_room_as_it_was(string dialect)
    {
        for (var number = 0; number < 100; number++)
        {
            using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
            await client.Send(Greetings[dialect]);
            if (number % 2 == 0) await client.Send("say half a ");
            client.Reset();
        }

        await AnOrdinaryClientSpeaks(dialect);
    }

    private async Task AnOrdinaryClientSpeaks(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness");
        using var person = await Person.Enter(one.Server, witness, dialect == "json" ? "raw" : dialect, "ordinary");
        await person.Say("still here");
        await witness.Hear("still here");
    }
}
