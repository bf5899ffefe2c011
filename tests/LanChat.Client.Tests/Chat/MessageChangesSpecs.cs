using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Tests.Chat;

/// <summary>
/// The rule for changes, with the table that the page uses, too: a message as it is after what has
/// arrived, in any order.
/// </summary>
public sealed class MessageChangesSpecs
{
    /// <summary>A transcript that changes come to, and pages of the history.</summary>
    private sealed class Transcript
    {
        private readonly MessageChanges _changes = new();

        public SortedDictionary<long, ViewProtocol.ShowMessage> Shown { get; } = [];

        public void Arrive(ChatMessage message)
        {
            RoomEvent told = message.IsChange
                ? new RoomEvent.Spoken(message)
                : new RoomEvent.HistoryPage(1, [message], HasOlder: false, HasNewer: false);
            foreach (var now in _changes.Update([told])) Show(now);
        }

        private void Show(RoomEvent told)
        {
            if (told is RoomEvent.Spoken { Message: { Target: { } target } change })
            {
                if (Shown.TryGetValue(target, out var shown))
                    Shown[target] = shown.After(new EditProtocol.ShowChange(change));
                return;
            }

            var again = new ViewProtocol.ShowMessage(((RoomEvent.HistoryPage)told).Messages[0], Own: false);
            if (!Shown.TryGetValue(again.Message.Id, out var known) || known.IsOlderThan(again))
                Shown[again.Message.Id] = again;
        }

        public override string ToString() => string.Join('\n', Shown.Values.Select(shown => shown.Message.IsGone
            ? $"{shown.Message.Id} gone"
            : $"{shown.Message.Id} {shown.Message.Text} {shown.Message.Edited}"));
    }

    public static TheoryData<string> Names => [.. Cases.Select(one => (string)one["name"]!)];

    private static IEnumerable<JsonNode> Cases => JsonNode.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "message-changes.json")))!.AsArray()!;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_of_the_table(string name)
    {
        var one = Cases.Single(one => (string)one["name"]! == name);
        var transcript = new Transcript();
        foreach (var message in one["arrivals"]!.AsArray()) transcript.Arrive(Read(message!));

        foreach (var expected in one["shown"]!.AsArray())
        {
            var shown = transcript.Shown[(long)expected!["id"]!].Message;
            Assert.Equal((bool?)expected["gone"] ?? false, shown.IsGone);
            Assert.Equal((bool?)expected["edited"] ?? false, shown.Edited > 0);
            if ((string?)expected["text"] is { } text) Assert.Equal(text, shown.Text);
        }

        Assert.Equal(one["shown"]!.AsArray().Count, transcript.Shown.Count);
    }

    [Fact]
    public void Whoever_got_the_same_shows_the_same_in_any_order() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var all = Log(random);
            var got = all.Where(_ => random.Next(4) > 0).ToArray();
            var (one, other) = (new Transcript(), new Transcript());
            foreach (var message in got) one.Arrive(message);
            var again = got.Concat(got.Where(_ => random.Next(3) == 0)).ToArray();
            random.Shuffle(again);
            foreach (var message in again) other.Arrive(message);

            Assert.Equal($"{one}", $"{other}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whoever_got_every_change_shows_the_newest_state() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var all = Log(random);
            var expected = new Transcript();
            foreach (var message in all.Where(message => !message.IsChange).DistinctBy(message => message.Id))
                expected.Shown[message.Id] = new ViewProtocol.ShowMessage(After(message, all), Own: false);
            var shuffled = all.ToArray();
            random.Shuffle(shuffled);
            var transcript = new Transcript();
            foreach (var message in shuffled) transcript.Arrive(message);

            Assert.Equal($"{expected}", $"{transcript}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void What_a_page_quotes_is_as_it_is_now_and_what_is_told_quotes_nothing_that_is_gone()
    {
        var changes = new MessageChanges();
        changes.Update(
        [
            new RoomEvent.Spoken(Change(10, 1, MessageKind.Edited)),
            new RoomEvent.Spoken(Change(11, 2, MessageKind.Recalled)),
        ]);
        ChatMessage[] replies =
        [
            Event.Message("a", id: 3) with { Re = 1, Quote = new Quote("Bob", "old") },
            Event.Message("b", id: 4) with { Re = 2, Quote = new Quote("Bob", "gone") },
        ];

        var page = (RoomEvent.HistoryPage)changes.Update([new RoomEvent.HistoryPage(1, replies, false, false)])[0];
        var told = (RoomEvent.HistoryShown)changes.Update([new RoomEvent.HistoryShown(replies)])[0];

        Assert.Equal(
            [Quote.Of(Change(10, 1, MessageKind.Edited)), ReplyText.Gone],
            page.Messages.Select(message => message.Quote));
        Assert.Equal([replies[0].Quote, ReplyText.Gone], told.Messages.Select(message => message.Quote));
    }

    [Fact]
    public void The_oldest_changes_are_forgotten()
    {
        var changes = new MessageChanges();
        for (var id = 1; id <= MessageChanges.Most + 1; id++)
            changes.Update([new RoomEvent.Spoken(Change(id + 100_000, id, MessageKind.Recalled))]);

        Assert.False(changes.Current(Event.Message("first", id: 1)).IsGone);
        Assert.True(changes.Current(Event.Message("second", id: 2)).IsGone);
    }

    /// <summary>
    /// Messages, changes of them and of others, and messages again as pages had them later.
    /// </summary>
    private static List<ChatMessage> Log(Random random)
    {
        var log = new List<ChatMessage>();
        for (var id = 1; id <= 12; id++)
        {
            var target = random.Next(1, id + 1);
            if (random.Next(2) == 0) log.Add(Event.Message($"m{id}", id: id));
            else log.Add(Change(id, target, random.Next(5) == 0 ? MessageKind.Recalled : MessageKind.Edited));
            if (log.Find(message => message is { IsChange: false } && message.Id == target) is not { } read) continue;
            log.Add(After(read, log));
        }

        return log;
    }

    private static ChatMessage After(ChatMessage message, IEnumerable<ChatMessage> log) =>
        log.Where(change => change.Target == message.Id).Aggregate(message, (now, change) => now.After(change));

    private static ChatMessage Change(long id, long target, MessageKind kind) =>
        Event.Message(kind == MessageKind.Edited ? $"e{id}" : "", id: id, kind: kind) with { Target = target };

    private static ChatMessage Read(JsonNode message)
    {
        var line = Encoding.UTF8.GetBytes($$"""{"code":1,"data":[{{message.ToJsonString()}}]}""");
        Assert.True(RichFrame.TryRead(line, out var told));
        return Assert.IsType<RoomEvent.Spoken>(told).Message;
    }
}
