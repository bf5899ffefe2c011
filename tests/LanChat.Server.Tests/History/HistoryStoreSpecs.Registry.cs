using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Tests.History;

/// <summary>Registrations, offline messages and refs.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    private static NickRegistration Name(string text, int days = 0) =>
        new(text, "MFkw", "192.168.38.203", Noon, Noon.AddDays(days));

    private static OfflineMessage OfflineMessage(long number) =>
        new(number, "Ann", TestMessages.Message(0, $"word {number}", MessageKind.Private) with { Ref = $"r{number}" });

    [StoreFact]
    public void Registrations_and_offline_messages_are_restored()
    {
        History.Apply(
        [
            new RegistryChange.NickUsed(Name("Ann")), new RegistryChange.NickUsed(Name("老王")),
            new RegistryChange.MessageQueued(OfflineMessage(8)), new RegistryChange.MessageQueued(OfflineMessage(7)),
        ]);
        History.Apply(
        [
            new RegistryChange.NickUsed(Name("ANN", days: 1)), new RegistryChange.MessageQueued(OfflineMessage(8)),
        ]);

        OpenAgain();

        Assert.Equal([Name("ANN", days: 1), Name("老王")], History.ReadRegistry(10).Nicks.OrderBy(name => name.Text));
        Assert.Equal([OfflineMessage(7), OfflineMessage(8)], History.ReadRegistry(10).Mail);
    }

    [StoreFact]
    public void Removed_registrations_and_messages_are_not_restored()
    {
        History.Apply(
        [
            new RegistryChange.NickUsed(Name("Ann")), new RegistryChange.NickUsed(Name("Ben")),
            new RegistryChange.MessageQueued(OfflineMessage(7)), new RegistryChange.MessageQueued(OfflineMessage(8)),
        ]);

        History.Apply([new RegistryChange.NickRemoved("aNN"), new RegistryChange.MessageRemoved(7)]);

        Assert.Equal([Name("Ben")], History.ReadRegistry(10).Nicks);
        Assert.Equal([OfflineMessage(8)], History.ReadRegistry(10).Mail);
    }

    [StoreFact]
    public void The_refs_of_the_newest_messages_are_restored()
    {
        History.Append(
            [.. Enumerable.Range(1, 6).Select(id => TestMessages.Message(id) with { Ref = id % 2 == 0 ? $"r{id}" : null })]);

        Assert.Equal([("r4", 4L), ("r6", 6L)], History.ReadRegistry(4).Refs);
        Assert.Empty(History.ReadRegistry(0).Refs);
    }

    [StoreFact]
    public void A_message_with_a_used_ref_is_stored_without_it()
    {
        History.Append([TestMessages.Message(1) with { Ref = "r" }]);

        Assert.Equal(1, History.Append([TestMessages.Message(2) with { Ref = "r" }]));

        Assert.Equal(["r", null], History.Restore(10).Newest.Select(message => message.Ref));
    }

    [StoreFact]
    public void Of_messages_in_one_transaction_the_first_keeps_the_ref()
    {
        Assert.Equal(3, History.Append(
        [
            TestMessages.Message(1) with { Ref = "r" },
            TestMessages.Message(2) with { Ref = "r" },
            TestMessages.Message(3) with { Ref = "s" },
        ]));

        Assert.Equal(["r", null, "s"], History.Restore(10).Newest.Select(message => message.Ref));
    }
}
