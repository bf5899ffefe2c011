using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>What a <see cref="DataOutput"/> tells who prints.</summary>
internal static class OutputProtocol
{
    /// <summary>The output took it, or nobody reads it any more.</summary>
    public sealed record Printed
    {
        public static readonly Printed Instance = new();
    }

    /// <summary>The output did not take it: a disk may be full.</summary>
    public sealed record Failed(string Why)
    {
        public string Sentence => ScriptRunTexts.OutputUnwritable(Why);
    }
}
