namespace Akka;

/// <summary>Says that something is done and there is nothing more to say.</summary>
public sealed class Done
{
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
