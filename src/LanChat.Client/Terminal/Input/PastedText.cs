namespace LanChat.Client.Terminal.Input;

/// <summary>What was pasted, as it can be said: line breaks are kept, but for those at its end; other control characters are left out.</summary>
internal static class PastedText
{
    public static string Of(string pasted) =>
        string.Concat(pasted.ReplaceLineEndings("\n").TrimEnd('\n').Where(unit => unit is '\n' or '\t' || !char.IsControl(unit)));
}
