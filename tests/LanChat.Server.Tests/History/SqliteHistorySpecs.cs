using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

public sealed class SqliteHistorySpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("history.db");

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<long> Ids(Past past) => past.Newest.Select(message => message.Id);

    [Fact]
    public void What_was_kept_comes_back_as_it_was()
    {
        ChatMessage[] messages =
        [
            Said.Message(1, "我家在上海东边 😀 e\u0301 \n\t'\";--"),
            Said.Message(2, "joined", MessageKind.Joined) with { About = new Member("老王", new PeerAddress("fe80::1", 65_535)) },
            Said.Message(3, "[file]", MessageKind.File) with { File = new ChatFile(7, "a b.txt", 1L << 40, null) },
        ];
        using (var history = SqliteHistory.Open(File)) Assert.Equal(3, history.Append(messages));

        using var again = SqliteHistory.Open(File);
        Assert.Equal(messages, again.Past(10).Newest);
    }

    [Fact]
    public void Every_kind_of_message_keeps_its_kind()
    {
        using var history = SqliteHistory.Open(File);
        var messages = Enum.GetValues<MessageKind>().Select((kind, index) => Said.Message(index + 1, kind: kind)).ToArray();

        history.Append(messages);

        Assert.Equal(messages, history.Past(100).Newest);
    }

    [Fact]
    public void A_past_is_the_last_messages_in_order_and_the_last_number()
    {
        using var history = SqliteHistory.Open(File);
        Assert.Equal(0, history.Past(10).LastId);

        history.Append(Said.Messages(1, 20));

        Assert.Equal([18, 19, 20], Ids(history.Past(3)));
        Assert.Equal(20, history.Past(0).LastId);
    }

    [Theory]
    [InlineData(17, 10, new long[] { 18, 19, 20 })]
    [InlineData(10, 3, new long[] { 18, 19, 20 })]
    [InlineData(20, 10, new long[0])]
    public void What_came_after_a_message_is_found(long id, int most, long[] found)
    {
        using var history = SqliteHistory.Open(File);
        history.Append(Said.Messages(1, 20));

        Assert.Equal(found, history.After(id, most).Select(message => message.Id));
    }

    [Fact]
    public void What_is_kept_already_is_not_kept_twice()
    {
        using var history = SqliteHistory.Open(File);
        history.Append(Said.Messages(1, 3));

        Assert.Equal(1, history.Append(Said.Messages(2, 4)));

        Assert.Equal([1, 2, 3, 4], Ids(history.Past(10)));
    }

    [Fact]
    public void A_file_of_a_later_version_is_left_alone()
    {
        using (var connection = Sqlite.Open(File)) SqliteHistory.Run(connection, $"pragma user_version = {SqliteSchema.Newest + 1}");

        var trouble = Assert.Throws<HistoryException>(() => SqliteHistory.Open(File));

        Assert.Contains($"is of version {SqliteSchema.Newest + 1}", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_t_be_opened_is_told_with_its_name()
    {
        var trouble = Assert.Throws<HistoryException>(() => SqliteHistory.Open(_folder.Path));

        Assert.Contains(_folder.Path, trouble.Message, StringComparison.Ordinal);
    }
}
