namespace LanChat.Client.Terminal.Screens;

/// <summary>FNV-1a: a hash that is stable across runs.</summary>
internal static class Fnv
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text) hash = (hash ^ unit) * 16777619u;
        return hash;
    }
}
