namespace LanChat.Server.Web;

/// <summary>One element of the header Forwarded (RFC 7239): the client of one proxy.</summary>
internal sealed record ForwardedHop(string For, string? Proto, string? Host)
{
    private static readonly ForwardedHop None = new("", null, null);

    /// <summary>
    /// Parses <c>for=192.0.2.43;proto=https;host=example.org</c>. <see cref="For"/> is empty if it
    /// is missing or the element is malformed.
    /// </summary>
    public static ForwardedHop Parse(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2) is not [var name, var value] || !pairs.TryAdd(name, Unquoted(value))) return None;
        }

        return new ForwardedHop(
            pairs.GetValueOrDefault("for", ""),
            pairs.GetValueOrDefault("proto"),
            pairs.GetValueOrDefault("host"));
    }

    // Valid addresses and hosts need no escapes, so quoted pairs are not decoded.
    private static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner : value;
}
