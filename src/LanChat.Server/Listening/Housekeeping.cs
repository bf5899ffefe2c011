namespace LanChat.Server.Listening;

/// <summary>
/// Knows when it is worth while to give memory back to the system: many have come or gone since the last time, and nobody has for a moment,
/// so hardly anybody notices the pause (some 15 ms for every thousand connections that are left). By itself the collector of a server that
/// has become quiet has no reason to run.
/// </summary>
/// <param name="giveBack">Does it.</param>
internal sealed class Housekeeping(Action giveBack)
{
    /// <summary>So many who came or went leave enough behind.</summary>
    public const int WorthWhile = 1000;

    /// <summary>So long nobody may come or go before.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    private int _comingsAndGoings;

    /// <summary>Somebody came or went; true when a <see cref="Calm"/> is to be waited for, anew, and <see cref="TidyUp"/> called then.</summary>
    public bool Note() => ++_comingsAndGoings >= WorthWhile;

    public void TidyUp()
    {
        _comingsAndGoings = 0;
        giveBack();
    }

    /// <summary>Collects all garbage, and gives back the memory that it took.</summary>
    public static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
