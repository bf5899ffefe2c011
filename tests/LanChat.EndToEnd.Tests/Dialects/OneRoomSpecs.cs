using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>Five dialects, and the native one in all its modes, in one room.</summary>
public sealed class OneRoomSpecs
{
    [Fact]
    public async Task Each_hears_each_in_the_same_words()
    {
        await using var company = await Company.Gather();

        foreach (var speaker in company.People)
        {
            await speaker.Say("大家好 from 😀: aa**");
            foreach (var listener in company.ListenersTo(speaker))
                Assert.Equal(new Words(speaker.Name, "大家好 from 😀: aa**"), await listener.Hear());
        }
    }

    [Fact]
    public async Task A_private_word_from_each_to_each_reaches_exactly_the_two()
    {
        await using var company = await Company.Gather("lanchat.server.room.history-size=1000");
        var people = company.People;

        for (var step = 1; step < people.Count; step++)
        {
            var pairs = people.Select(
                (person, place) => (From: person, To: people[(place + step) % people.Count])).ToList();
            foreach (var (from, to) in pairs) await from.Tell(to.Name, $"secret {step} for {to.Name}");
            foreach (var person in people)
                await HearsItsOwn(person, pairs.Where(pair => pair.From == person || pair.To == person), step);
        }

        foreach (var speaker in people)
        {
            await speaker.Say("no secret");
            foreach (var listener in company.ListenersTo(speaker))
                Assert.Equal(new Words(speaker.Name, "no secret"), await listener.Hear());
            Assert.Equal((speaker.Name, "no secret"), await company.Witness.NextSaid());
        }

        using var newcomer = await LineClient.Connect(company.Server.EndPoint);
        await newcomer.Type("newcomer");
        Assert.DoesNotMatch(@"secret \d", (await newcomer.NextFrame(0)).ToJsonString());
    }

    private static async Task HearsItsOwn(Person person, IEnumerable<(Person From, Person To)> pairs, int step)
    {
        var expected = pairs.Where(pair => pair.From != person || person.HearsItself)
            .Select(pair => new Words(pair.From.Name, $"secret {step} for {pair.To.Name}", person.SeesPrivacy))
            .ToHashSet();
        var heard = new HashSet<Words>();
        while (heard.Count < expected.Count) heard.Add(await person.Hear());
        Assert.Equal(expected, heard);
    }
}
