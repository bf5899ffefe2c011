using LanChat.Fuzz.Inputs;

namespace LanChat.Fuzz.Decoders;

/// <summary>A decoder of untrusted input.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Reads one random input. Throws if an invariant is violated.</summary>
    /// <returns>The number of decoded messages without refusals.</returns>
    int Read(Dice dice);
}
