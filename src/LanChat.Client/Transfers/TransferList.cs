using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>The files on their way to one room or from it, in the order they were begun.</summary>
internal sealed class TransferList
{
    private const int Quarter = 25;

    private sealed record One(IActorRef Actor, string Typed, string IfLeft)
    {
        public Transfer? Transfer { get; set; }

        /// <summary>How much of it was put into words; null: nothing.</summary>
        public int? TellAt { get; set; }
    }

    private readonly List<One> _all = [];

    public int Count => _all.Count;

    public IEnumerable<IActorRef> Actors => _all.Select(one => one.Actor);

    /// <summary>What is to be said of each if it stays as it is.</summary>
    public IEnumerable<string> IfLeft => _all.Select(one => one.IfLeft);

    public IReadOnlyList<Transfer> Shown => [.. _all.Select(one => one.Transfer).OfType<Transfer>()];

    /// <param name="actor">Whose it is.</param>
    /// <param name="typed">How the user put it.</param>
    /// <param name="ifLeft">What is to be said of it if the room is left before it is over.</param>
    public void Add(IActorRef actor, string typed, string ifLeft) => _all.Add(new One(actor, typed, ifLeft));

    public bool Remove(IActorRef actor) => _all.RemoveAll(one => one.Actor.Equals(actor)) > 0;

    public string NameOf(IActorRef actor) => _all.Find(one => one.Actor.Equals(actor)) is { } found ? found.Transfer?.Name ?? found.Typed : "";

    /// <summary>So it stands with that one; false when it is none of them any more.</summary>
    /// <param name="actor">Whose it is.</param>
    /// <param name="transfer">How it stands.</param>
    /// <param name="words">A sentence on it, once for each quarter; else null.</param>
    public bool Move(IActorRef actor, Transfer transfer, out string? words)
    {
        words = null;
        if (_all.Find(one => one.Actor.Equals(actor)) is not { } moved) return false;
        moved.Transfer = transfer;
        if (transfer.State is not (TransferState.Sending or TransferState.Fetching) || transfer.Percent < (moved.TellAt ?? 0)) return true;
        moved.TellAt = ((transfer.Percent / Quarter) + 1) * Quarter;
        words = transfer.State == TransferState.Sending
            ? FileTexts.PartSent(transfer.Name, transfer.Percent)
            : FileTexts.PartFetched(transfer.Name, transfer.Percent);
        return true;
    }
}
