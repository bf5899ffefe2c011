namespace LanChat.Client.Doctor.Checks;

/// <summary>Severity of a <see cref="Finding"/>.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Possibly the cause.</summary>
    Warning,

    /// <summary>Discovery cannot work like this.</summary>
    Problem,
}

/// <summary>Result of one check.</summary>
/// <param name="Verdict">The severity.</param>
/// <param name="Text">One or two sentences for the user.</param>
/// <param name="Advice">What to do: sentences, or commands to paste.</param>
internal sealed record Finding(Verdict Verdict, string Text, IReadOnlyList<string> Advice)
{
    public static Finding Ok(string text) => new(Verdict.Ok, text, []);

    public static Finding Warning(string text, params IReadOnlyList<string> advice) =>
        new(Verdict.Warning, text, advice);

    public static Finding Problem(string text, params IReadOnlyList<string> advice) =>
        new(Verdict.Problem, text, advice);
}
