namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// The scale of a fault: small in every run of the tests, full with <c>LANCHAT_FAULTS=full</c>.
/// </summary>
internal static class FaultScale
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("LANCHAT_FAULTS") == "full";

    public static int Of(int usual, int full) => IsFull ? full : usual;
}
