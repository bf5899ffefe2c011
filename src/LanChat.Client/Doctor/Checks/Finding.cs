namespace LanChat.Client.Doctor.Checks;

/// <summary>How a <see cref="Finding"/> is to be taken.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Maybe the reason.</summary>
    Warning,

    /// <summary>Discovery can't work like this.</summary>
    Problem,
}

/// <summary>What one check says.</summary>
/// <param name="Verdict">How it is to be taken.</param>
/// <param name="Text">One sentence or two for the person.</param>
/// <param name="Advice">What to do about it: sentences, or commands that can be pasted.</param>
internal sealed record Finding(Verdict Verdict, string Text, IReadOnlyList<string> Advice)
{
    public static Finding Ok(string text) => new(Verdict.Ok, text, []);

    public static Finding Warning(string text, params IReadOnlyList<string> advice) => new(Verdict.Warning, text, advice);

    public static Finding Problem(string text, params IReadOnlyList<string> advice) => new(Verdict.Problem, text, advice);
}
