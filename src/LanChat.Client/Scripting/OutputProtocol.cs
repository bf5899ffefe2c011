using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Messages from a <see cref="DataOutput"/> to the printing actor.</summary>
internal static class OutputProtocol
{
    /// <summary>The output has accepted the text, or is closed.</summary>
    public sealed record Printed
    {
        public static readonly Printed Instance = new();
    }

    /// <summary>Writing failed, for example because the disk is full.</summary>
    public sealed record Failed(string Reason)
    {
        public string Sentence => ScriptRunTexts.OutputUnwritable(Reason);
    }
}
