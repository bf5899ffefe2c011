using System.Data.Common;
using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// A row of the table <c>message</c>, in the order of its columns, in either database. Times are
/// milliseconds since 1970, UTC.
/// </summary>
internal static class MessageRow
{
    /// <summary>The condition for member messages, in either database's SQL.</summary>
    public const string IsMemberMessage = "kind in (0, 1, 3)";

    /// <summary>
    /// The condition for rows of an earlier version that may hold a room sentence.
    /// </summary>
    public const string MayBeSentence = "kind in (3, 4, 5, 6, 7)";

    /// <summary>The condition for messages that change another one.</summary>
    public const string IsChange = "target is not null";

    /// <summary>The maximum changes of earlier messages that a returning client gets.</summary>
    public const int MaxChanges = 10_000;

    /// <summary>
    /// The condition for messages that were taken back, and whose file may still be there.
    /// </summary>
    public const string HasRecalledFile = "gone = 1 and file_link is not null";

    /// <summary>The columns about changes and replies, in a row of an earlier version.</summary>
    public const string NoChange = "null, null, null, null, null";

    /// <summary>
    /// Takes a message back. Of the link of its file only the part is left that finds the file,
    /// until the file is deleted (29 characters, <c>/files/</c> and the token): its name is gone as
    /// well.
    /// </summary>
    public const string Recall =
        "update message set text = '', edited = null, gone = 1, file_id = null, file_name = null, file_size = null, "
        + "file_type = null, file_site = null, file_link = substr(file_link, 1, 29) where id = ";

    /// <summary>The index of the column <c>text</c>.</summary>
    public const int Text = 6;

    public static ChatMessage Message(DbDataReader row) => new(
        row.GetInt64(0), (MessageKind)row.GetInt32(1), row.GetString(2), new PeerAddress(
            row.GetString(3), row.GetInt32(4)), row.GetString(Text),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)).LocalDateTime)
    {
        System = SystemMessage.Of((MessageKind)row.GetInt32(1), new SystemFields(
            About(row), Optional(row, 16), Optional(row, 17), row.IsDBNull(18) ? null : row.GetInt64(18))),
        File = row.IsDBNull(10) ? null : new ChatFile(row.GetInt64(10), row.GetString(11), row.GetInt64(12), null)
        {
            Type = Optional(row, 13),
            Link = Optional(row, 14),
            Site = Optional(row, 19),
        },
        Ref = Optional(row, 15),
        Target = row.IsDBNull(20) ? null : row.GetInt64(20),
        Edited = row.IsDBNull(21) ? 0 : row.GetInt64(21),
        IsGone = !row.IsDBNull(22),
        Account = Optional(row, 23),
        Re = row.IsDBNull(24) ? null : row.GetInt64(24),
    };

    /// <summary>Reads a row of an earlier version; parses its room sentence into fields.</summary>
    public static ChatMessage OldMessage(DbDataReader row) => OldSentences.Read(Message(row), About(row));

    private static Member? About(DbDataReader row) =>
        row.IsDBNull(7) ? null : new Member(row.GetString(7), new PeerAddress(row.GetString(8), row.GetInt32(9)));

    private static string? Optional(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
