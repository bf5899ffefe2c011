namespace LanChat.Texts.Generator;

/// <summary>A mistake in a language file, by its line, counted from 1.</summary>
public sealed class TextFlaw(string file, int line, string message)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string Message { get; } = message;

    public override string ToString() => $"{File}, line {Line}: {Message}";
}
