using System.Data.Common;
using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>A message as a row of the table <c>message</c>, in the order of its columns, in either database. Times are milliseconds since 1970, UTC.</summary>
internal static class MessageRow
{
    /// <summary>Whether a row is what people said to everyone, in either database's SQL.</summary>
    public const string IsTalk = "kind in (0, 1, 3)";

    /// <summary>The place of the column <c>text</c>.</summary>
    public const int Text = 6;

    public static ChatMessage Message(DbDataReader row) => new(
        row.GetInt64(0), (MessageKind)row.GetInt32(1), row.GetString(2), new PeerAddress(row.GetString(3), row.GetInt32(4)), row.GetString(Text),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)).LocalDateTime)
    {
        About = row.IsDBNull(7) ? null : new Member(row.GetString(7), new PeerAddress(row.GetString(8), row.GetInt32(9))),
        File = row.IsDBNull(10) ? null : new ChatFile(row.GetInt64(10), row.GetString(11), row.GetInt64(12), null)
        {
            Type = row.IsDBNull(13) ? null : row.GetString(13),
            Link = row.IsDBNull(14) ? null : row.GetString(14),
        },
        Ref = row.IsDBNull(15) ? null : row.GetString(15),
    };
}
