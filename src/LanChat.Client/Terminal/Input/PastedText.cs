namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Sanitizes pasted text: keeps line breaks and tabs, removes trailing line breaks and other
/// control characters.
/// </summary>
internal static class PastedText
{
    public static string Of(string pasted) =>
        string.Concat(pasted.ReplaceLineEndings("\n").TrimEnd('\n')
            .Where(unit => unit is '\n' or '\t' || !char.IsControl(unit)));
}
