namespace LanChat.Server.Web;

/// <summary>One element of the header Forwarded (RFC 7239): what one proxy says of who asked it.</summary>
internal sealed record ForwardedHop(string For, string? Proto, string? Host)
{
    private static readonly ForwardedHop None = new("", null, null);

    /// <summary>Reads <c>for=192.0.2.43;proto=https;host=example.org</c>. Of what does not say whom it is for, that is empty.</summary>
    public static ForwardedHop Parse(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2) is not [var name, var value] || !pairs.TryAdd(name, Unquoted(value))) return None;
        }

        return new ForwardedHop(pairs.GetValueOrDefault("for", ""), pairs.GetValueOrDefault("proto"), pairs.GetValueOrDefault("host"));
    }

    // No address and no name has a backslash or a quotation mark in it.
    private static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner : value;
}
