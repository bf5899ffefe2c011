using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>The contract of every store; each database has a class that runs these tests.</summary>
public abstract partial class HistoryStoreSpecs : IDisposable
{
    private static readonly Member LaoWang = new("老王", new PeerAddress("fe80::1", 65_535));

    private IHistoryStore? _history;

    /// <summary>The open history of this test's own room; empty at first.</summary>
    private protected IHistoryStore History => _history ??= Open();

    /// <summary>Opens this test's history; creates it if necessary.</summary>
    private protected abstract IHistoryStore Open();

    /// <summary>Removes this test's history.</summary>
    protected abstract void CleanUp();

    public void Dispose()
    {
        _history?.Dispose();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes and opens the history, like a server that is restarted.</summary>
    private protected void OpenAgain()
    {
        _history?.Dispose();
        _history = Open();
    }

    private static IEnumerable<long> Ids(IEnumerable<ChatMessage> messages) => messages.Select(message => message.Id);

    [StoreFact]
    public void Messages_are_restored_unchanged()
    {
        ChatMessage[] messages =
        [
            TestMessages.Message(1, "我家在上海东边 😀 e\u0301 \n\t\u001b\\'\";--{}$1%"),
            TestMessages.Message(2, "joined", MessageKind.Joined) with { System = new SystemMessage.Joined(LaoWang) },
            TestMessages.Message(3, "[file]", MessageKind.File) with
            {
                File = new ChatFile(7, "a b.txt", 1L << 40, null)
                {
                    Type = "text/plain",
                    Link = "/files/x/a%20b.txt",
                    Site = "http://[fe80::1]:8080",
                },
            },
            TestMessages.Message(4, "") with { Nickname = "" },
            TestMessages.OfRoom(5, new SystemMessage.Left(LaoWang)),
            TestMessages.OfRoom(6, new SystemMessage.Renamed(LaoWang, "】改名为【")),
            TestMessages.OfRoom(7, new SystemMessage.StoreUnavailable()),
            TestMessages.OfRoom(8, new SystemMessage.StoreRecovered(3)),
            TestMessages.Message(9, "something else", MessageKind.Room),
        ];
        Assert.Equal(messages.Length, History.Append(messages));
        Assert.Equal(messages, History.Restore(10).Newest);

        OpenAgain();

        Assert.Equal(messages, History.Restore(10).Newest);
    }

    [StoreFact]
    public void Any_text_can_be_stored()
    {
        Assert.Equal(2, History.Append([TestMessages.Message(1, "a\0b \ud800 c"), TestMessages.Message(2, "after")]));

        Assert.StartsWith("a", History.Restore(10).Newest[0].Text, StringComparison.Ordinal);
        Assert.Equal("after", History.Restore(10).Newest[1].Text);
    }

    [StoreFact]
    public void Every_kind_of_message_keeps_its_kind()
    {
        var messages = Enum.GetValues<MessageKind>().Select(
            (kind, index) => TestMessages.Message(index + 1, kind: kind)).ToArray();

        History.Append(messages);

        Assert.Equal(messages, History.Restore(100).Newest);
    }

    [StoreFact]
    public void Restored_state_has_the_newest_messages_and_the_last_id()
    {
        Assert.Equal(0, History.Restore(10).LastId);

        History.Append(TestMessages.Messages(1, 20));

        Assert.Equal([18, 19, 20], Ids(History.Restore(3).Newest));
        Assert.Equal(20, History.Restore(0).LastId);
    }

    [StoreFact]
    public void Reading_after_a_message_returns_the_newest_beyond_the_limit()
    {
        History.Append(TestMessages.Messages(1, 20));

        Assert.Equal([18, 19, 20], Ids(History.ReadAfter(17, 10)));
        Assert.Equal([18, 19, 20], Ids(History.ReadAfter(10, 3)));
        Assert.Empty(History.ReadAfter(20, 10));
    }

    [StoreFact]
    public void Appending_is_idempotent()
    {
        History.Append(TestMessages.Messages(1, 3));

        Assert.Equal(1, History.Append(TestMessages.Messages(2, 4)));
        Assert.Equal(0, History.Append([]));

        Assert.Equal([1, 2, 3, 4], Ids(History.Restore(10).Newest));
    }

    [StoreFact]
    public void Thousands_of_messages_are_appended_at_once()
    {
        Assert.Equal(12_000, History.Append(TestMessages.Messages(1, 12_000)));

        Assert.Equal(12_000, History.Restore(20_000).Newest.Count);
    }
}
