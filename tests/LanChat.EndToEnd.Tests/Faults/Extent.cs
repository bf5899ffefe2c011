namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// How much of a fault there is: a taste of it in every run of the tests, all of it where
/// <c>LANCHAT_FAULTS=full</c> is set.
/// </summary>
internal static class Extent
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("LANCHAT_FAULTS") == "full";

    public static int Of(int usual, int full) => IsFull ? full : usual;
}
