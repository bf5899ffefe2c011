using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>The transfers of one room, in the order they were started.</summary>
internal sealed class TransferList
{
    private const int Quarter = 25;

    private sealed record Item(IActorRef Actor, string Typed, string IfLeft)
    {
        public Transfer? Transfer { get; set; }

        /// <summary>
        /// The percentage at which the next sentence is due; null before the first.
        /// </summary>
        public int? NextReport { get; set; }
    }

    private readonly List<Item> _all = [];

    public int Count => _all.Count;

    public IEnumerable<IActorRef> Actors => _all.Select(one => one.Actor);

    /// <summary>The sentences to show if the room is left now.</summary>
    public IEnumerable<string> IfLeft => _all.Select(one => one.IfLeft);

    public IReadOnlyList<Transfer> Shown => [.. _all.Select(one => one.Transfer).OfType<Transfer>()];

    /// <param name="actor">The actor of the transfer.</param>
    /// <param name="typed">The command as typed by the user.</param>
    /// <param name="ifLeft">The sentence to show if the room is left before the end.</param>
    public void Add(IActorRef actor, string typed, string ifLeft) => _all.Add(new Item(actor, typed, ifLeft));

    public bool Remove(IActorRef actor) => _all.RemoveAll(one => one.Actor.Equals(actor)) > 0;

    public string NameOf(IActorRef actor) =>
        _all.Find(one => one.Actor.Equals(actor)) is { } found ? found.Transfer?.Name ?? found.Typed : "";

    /// <summary>Updates a transfer; false if it is not in the list any more.</summary>
    /// <param name="actor">The actor of the transfer.</param>
    /// <param name="transfer">The new progress.</param>
    /// <param name="words">A sentence about it, once per quarter; otherwise null.</param>
    public bool Update(IActorRef actor, Transfer transfer, out string? words)
    {
        words = null;
        if (_all.Find(one => one.Actor.Equals(actor)) is not { } item) return false;
        item.Transfer = transfer;
        if (transfer.State is not (TransferState.Sending or TransferState.Fetching)
            || transfer.Percent < (item.NextReport ?? 0))
            return true;
        item.NextReport = ((transfer.Percent / Quarter) + 1) * Quarter;
        words = transfer.State == TransferState.Sending
            ? FileTexts.PartSent(transfer.Name, transfer.Percent)
            : FileTexts.PartFetched(transfer.Name, transfer.Percent);
        return true;
    }
}
