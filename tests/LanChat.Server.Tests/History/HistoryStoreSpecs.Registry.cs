using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Tests.History;

/// <summary>What is kept beside the talk.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    private static NickRegistration Name(string text, int days = 0) =>
        new(text, "MFkw", "192.168.38.203", Noon, Noon.AddDays(days));

    private static OfflineMessage Word(long number) =>
        new(number, "Ann", Said.Message(0, $"word {number}", MessageKind.Private) with { Ref = $"r{number}" });

    [StoreFact]
    public void Names_and_words_come_back_as_they_were()
    {
        History.Apply(
        [
            new RegistryChange.NickUsed(Name("Ann")), new RegistryChange.NickUsed(Name("老王")),
            new RegistryChange.MessageQueued(Word(8)), new RegistryChange.MessageQueued(Word(7)),
        ]);
        History.Apply([new RegistryChange.NickUsed(Name("ANN", days: 1)), new RegistryChange.MessageQueued(Word(8))]);

        OpenAgain();

        Assert.Equal([Name("ANN", days: 1), Name("老王")], History.Registry(10).Nicks.OrderBy(name => name.Text));
        Assert.Equal([Word(7), Word(8)], History.Registry(10).Mail);
    }

    [StoreFact]
    public void What_is_forgotten_or_gone_is_not_there_any_more()
    {
        History.Apply(
        [
            new RegistryChange.NickUsed(Name("Ann")), new RegistryChange.NickUsed(Name("Ben")),
            new RegistryChange.MessageQueued(Word(7)), new RegistryChange.MessageQueued(Word(8)),
        ]);

        History.Apply([new RegistryChange.NickRemoved("aNN"), new RegistryChange.MessageRemoved(7)]);

        Assert.Equal([Name("Ben")], History.Registry(10).Nicks);
        Assert.Equal([Word(8)], History.Registry(10).Mail);
    }

    [StoreFact]
    public void The_refs_of_the_last_messages_are_known()
    {
        History.Append(
            [.. Enumerable.Range(1, 6).Select(id => Said.Message(id) with { Ref = id % 2 == 0 ? $"r{id}" : null })]);

        Assert.Equal([("r4", 4L), ("r6", 6L)], History.Registry(4).Refs);
        Assert.Empty(History.Registry(0).Refs);
    }

    [StoreFact]
    public void What_is_said_again_by_a_forgotten_ref_is_kept_without_it()
    {
        History.Append([Said.Message(1) with { Ref = "r" }]);

        Assert.Equal(1, History.Append([Said.Message(2) with { Ref = "r" }]));

        Assert.Equal(["r", null], History.Restore(10).Newest.Select(message => message.Ref));
    }

    [StoreFact]
    public void Of_messages_kept_at_once_the_first_has_the_ref()
    {
        Assert.Equal(3, History.Append([Said.Message(1) with { Ref = "r" }, Said.Message(2) with { Ref = "r" }, Said.Message(3) with { Ref = "s" }]));

        Assert.Equal(["r", null, "s"], History.Restore(10).Newest.Select(message => message.Ref));
    }
}
