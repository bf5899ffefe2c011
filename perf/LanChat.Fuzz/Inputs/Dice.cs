namespace LanChat.Fuzz.Inputs;

/// <summary>
/// Random numbers that depend on the seed only, on every machine and in every run (SplitMix64).
/// </summary>
internal sealed class Dice(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The seed of one input of a run.</summary>
    public static ulong SeedOf(ulong run, long input) => Mixed(Mixed(run) + ((ulong)input * Step));

    /// <summary>A number from 0 up to but excluding the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Mixed(_state += Step), (ulong)bound, out _);

    /// <summary>True once in this many times on average.</summary>
    public bool Once(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
