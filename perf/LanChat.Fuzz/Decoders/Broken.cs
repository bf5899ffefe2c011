using System.Diagnostics.CodeAnalysis;

namespace LanChat.Fuzz.Decoders;

/// <summary>A violated invariant.</summary>
internal sealed class Broken(string what) : Exception(what)
{
    public static void Unless([DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds) throw new Broken(what);
    }
}
