using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>Five dialects and the native one in its three modes, in one room.</summary>
public sealed class OneRoomSpecs
{
    [Fact]
    public async Task Every_dialect_receives_messages_of_every_other_unchanged()
    {
        await using var room = await MixedRoom.Open();

        foreach (var speaker in room.People)
        {
            await speaker.Say("大家好 from 😀: aa**");
            foreach (var listener in room.RecipientsOf(speaker))
                Assert.Equal(new ReceivedMessage(speaker.Name, "大家好 from 😀: aa**"), await listener.Receive());
        }
    }

    [Fact]
    public async Task A_private_message_between_any_two_dialects_is_delivered_to_the_two_only()
    {
        await using var room = await MixedRoom.Open("lanchat.server.room.history-size=1000");
        var people = room.People;

        for (var step = 1; step < people.Count; step++)
        {
            var pairs = people.Select(
                (person, place) => (From: person, To: people[(place + step) % people.Count])).ToList();
            foreach (var (from, to) in pairs) await from.Tell(to.Name, $"secret {step} for {to.Name}");
            foreach (var person in people)
                await AssertReceivesAll(person, pairs.Where(pair => pair.From == person || pair.To == person), step);
        }

        foreach (var speaker in people)
        {
            await speaker.Say("no secret");
            foreach (var listener in room.RecipientsOf(speaker))
                Assert.Equal(new ReceivedMessage(speaker.Name, "no secret"), await listener.Receive());
            Assert.Equal((speaker.Name, "no secret"), await room.Witness.NextSaid());
        }

        using var newcomer = await LineClient.Connect(room.Server.EndPoint);
        await newcomer.Type("newcomer");
        Assert.DoesNotMatch(@"secret \d", (await newcomer.NextFrame(0)).ToJsonString());
    }

    private static async Task AssertReceivesAll(Person person, IEnumerable<(Person From, Person To)> pairs, int step)
    {
        var expected = pairs.Where(pair => pair.From != person || person.ReceivesOwnMessages)
            .Select(pair => new ReceivedMessage(pair.From.Name, $"secret {step} for {pair.To.Name}", person.MarksPrivateMessages))
            .ToHashSet();
        var received = new HashSet<ReceivedMessage>();
        while (received.Count < expected.Count) received.Add(await person.Receive());
        Assert.Equal(expected, received);
    }
}
