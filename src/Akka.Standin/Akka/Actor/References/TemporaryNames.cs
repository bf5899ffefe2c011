namespace Akka.Actor;

/// <summary>Names for what lives only until an answer comes.</summary>
internal static class TemporaryNames
{
    private static long _count = -1;

    public static string Next() => Children.NextName(Interlocked.Increment(ref _count));
}
