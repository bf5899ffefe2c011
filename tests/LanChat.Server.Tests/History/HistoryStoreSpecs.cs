using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>
/// What holds of a room's history wherever it is kept; each database has a class that runs this on
/// it.
/// </summary>
public abstract partial class HistoryStoreSpecs : IDisposable
{
    private static readonly Member LaoWang = new("老王", new PeerAddress("fe80::1", 65_535));

    private IHistoryStore? _history;

    /// <summary>The history of this test's own room, open; nothing is in it yet.</summary>
    private protected IHistoryStore History => _history ??= Open();

    /// <summary>Opens this test's history, or makes it.</summary>
    private protected abstract IHistoryStore Open();

    /// <summary>Makes what was made for this test go away.</summary>
    protected abstract void CleanUp();

    public void Dispose()
    {
        _history?.Dispose();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>As a server does that is started again.</summary>
    private protected void OpenAgain()
    {
        _history?.Dispose();
        _history = Open();
    }

    private static IEnumerable<long> Ids(IEnumerable<ChatMessage> messages) => messages.Select(message => message.Id);

    [StoreFact]
    public void What_was_kept_comes_back_as_it_was()
    {
        ChatMessage[] messages =
        [
            Said.Message(1, "我家在上海东边 😀 e\u0301 \n\t\u001b\\'\";--{}$1%"),
            Said.Message(2, "joined", MessageKind.Joined) with { System = new SystemMessage.Joined(LaoWang) },
            Said.Message(3, "[file]", MessageKind.File) with
            {
                File = new ChatFile(7, "a b.txt", 1L << 40, null)
                {
                    Type = "text/plain",
                    Link = "/files/x/a%20b.txt",
                    Site = "http://[fe80::1]:8080",
                },
            },
            Said.Message(4, "") with { Nickname = "" },
            Said.OfRoom(5, new SystemMessage.Left(LaoWang)),
            Said.OfRoom(6, new SystemMessage.Renamed(LaoWang, "】改名为【")),
            Said.OfRoom(7, new SystemMessage.StoreUnavailable()),
            Said.OfRoom(8, new SystemMessage.StoreRecovered(3)),
            Said.Message(9, "something else", MessageKind.Room),
        ];
        Assert.Equal(messages.Length, History.Append(messages));
        Assert.Equal(messages, History.Restore(10).Newest);

        OpenAgain();

        Assert.Equal(messages, History.Restore(10).Newest);
    }

    [StoreFact]
    public void Whatever_a_text_holds_it_does_not_stop_the_history()
    {
        Assert.Equal(2, History.Append([Said.Message(1, "a\0b \ud800 c"), Said.Message(2, "after")]));

        Assert.StartsWith("a", History.Restore(10).Newest[0].Text, StringComparison.Ordinal);
        Assert.Equal("after", History.Restore(10).Newest[1].Text);
    }

    [StoreFact]
    public void Every_kind_of_message_keeps_its_kind()
    {
        var messages = Enum.GetValues<MessageKind>().Select(
            (kind, index) => Said.Message(index + 1, kind: kind)).ToArray();

        History.Append(messages);

        Assert.Equal(messages, History.Restore(100).Newest);
    }

    [StoreFact]
    public void A_past_is_the_last_messages_in_order_and_the_last_number()
    {
        Assert.Equal(0, History.Restore(10).LastId);

        History.Append(Said.Messages(1, 20));

        Assert.Equal([18, 19, 20], Ids(History.Restore(3).Newest));
        Assert.Equal(20, History.Restore(0).LastId);
    }

    [StoreFact]
    public void What_came_after_a_message_is_found_and_of_too_much_the_newest()
    {
        History.Append(Said.Messages(1, 20));

        Assert.Equal([18, 19, 20], Ids(History.After(17, 10)));
        Assert.Equal([18, 19, 20], Ids(History.After(10, 3)));
        Assert.Empty(History.After(20, 10));
    }

    [StoreFact]
    public void What_is_kept_already_is_not_kept_twice()
    {
        History.Append(Said.Messages(1, 3));

        Assert.Equal(1, History.Append(Said.Messages(2, 4)));
        Assert.Equal(0, History.Append([]));

        Assert.Equal([1, 2, 3, 4], Ids(History.Restore(10).Newest));
    }

    [StoreFact]
    public void Thousands_are_kept_at_once()
    {
        Assert.Equal(12_000, History.Append(Said.Messages(1, 12_000)));

        Assert.Equal(12_000, History.Restore(20_000).Newest.Count);
    }
}
