using System.Text;
using LanChat.Protocol;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>Messages as rows of the table <c>message</c>, in the order of its columns.</summary>
internal static class PostgresRow
{
    /// <summary>The parameters for many messages: one array per column.</summary>
    public static NpgsqlParameter[] Columns(IReadOnlyList<ChatMessage> messages)
    {
        var refs = new HashSet<string>();
        return
        [
            Of(message => message.Id), Of(message => (int)message.Kind), Of(message => Text(message.Nickname)),
            Of(message => Text(message.From.Ip)), Of(message => message.From.Port),
            Of(message => new DateTimeOffset(message.Time).ToUnixTimeMilliseconds()), Of(message => Text(message.Text)),
            Of(message => Text(System(message).About?.Nickname)), Of(
                message => Text(System(message).About?.Address.Ip)),
            Of(message => System(message).About?.Address.Port),
            Of(message => message.File?.Id), Of(message => Text(message.File?.Name)), Of(message => message.File?.Size),
            Of(message => Text(message.File?.Type)), Of(message => Text(message.File?.Link)),
            Of(message => message.Ref is { } text && refs.Add(text) ? Text(text) : null),
            Of(message => Text(System(message).Was)), Of(
                message => System(message).Event), Of(message => System(message).Lost),
            Of(message => Text(message.File?.Site)),
            Of(message => message.Target), Of(message => message.Edited > 0 ? (long?)message.Edited : null),
            Of(message => message.IsGone ? (int?)1 : null), Of(message => message.Account),
            Of(message => message.Re),
        ];

        NpgsqlParameter Of<T>(Func<ChatMessage, T> value) =>
            new NpgsqlParameter<T[]> { TypedValue = [.. messages.Select(value)] };
    }

    private static SystemFields System(ChatMessage message) => message.System?.Fields ?? default;

    /// <summary>
    /// Replaces characters that PostgreSQL cannot store, NUL and unpaired surrogates, with U+FFFD.
    /// </summary>
    public static string? Text(string? text) => text is null
        || (!text.Contains('\0', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');
}
