using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Hostile input to dialects that use text; afterwards an ordinary client is served.
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
    public async Task A_greeting_that_is_not_text_is_answered_and_the_client_disconnected(string dialect)
    {
        foreach (var bytes in new[] { NotText, "a\0b\n"u8.ToArray() })
        {
            using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));
            await client.Send(bytes);
            await client.Next("That is not text in UTF-8 or GBK.");
            Assert.Null(await client.NextOrEnd());
        }

        await AssertOrdinaryClientIsServed(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task A_message_that_is_not_text_is_not_published(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"text witness of {dialect}");
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect), most: 4096);
        await client.Send(Greetings[dialect]);
        await witness.Receive("【hostile】加入");

        await client.Send([.. Encoding.UTF8.GetBytes(dialect == "line" ? "say " : ""), .. NotText]);

        await client.Next("That is not text in UTF-8 or GBK.");
        await witness.Receive("【hostile】下线了");
        await AssertOrdinaryClientIsServed(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Ten_megabytes_without_a_line_end_do_not_affect_others(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, $"flood witness of {dialect}");
        using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
        await client.Send(Greetings[dialect]);
        await witness.Receive("【hostile】加入");

        // The server disconnects the client or stops reading from it; in the latter case the send
        // would never complete.
        var sending = client.Send(new string('x', 10_000_000));
        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1)));
        client.Reset();
        await Record.ExceptionAsync(() => sending);
        await witness.Receive("【hostile】下线了");
        await AssertOrdinaryClientIsServed(dialect);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task Clients_that_reset_inside_a_message_do_not_affect_the_room(string dialect)
    {
        for (var number = 0; number < 100; number++)
        {
            using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
            await client.Send(Greetings[dialect]);
            if (number % 2 == 0) await client.Send("say half a ");
            client.Reset();
        }

        await AssertOrdinaryClientIsServed(dialect);
    }

    private async Task AssertOrdinaryClientIsServed(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness");
        using var person = await Person.Enter(one.Server, witness, dialect == "json" ? "raw" : dialect, "ordinary");
        await person.Say("still here");
        await witness.Receive("still here");
    }
}
