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
    };

    /// <summary>Reads a row of an earlier version; parses its room sentence into fields.</summary>
    public static ChatMessage OldMessage(DbDataReader row) => OldSentences.Read(Message(row), About(row));

    private static Member? About(DbDataReader row) =>
        row.IsDBNull(7) ? null : new Member(row.GetString(7), new PeerAddress(row.GetString(8), row.GetInt32(9)));

    private static string? Optional(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
