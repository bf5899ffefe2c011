using Akka.Actor;
using LanChat.Client.Files;
using LanChat.Texts;

namespace LanChat.Client.Visits;

/// <summary>The files on their way to one room, in the order they were begun.</summary>
internal sealed class Uploading
{
    private const int Quarter = 25;

    private sealed record One(IActorRef Actor, string Typed)
    {
        public Transfer? Transfer { get; set; }

        /// <summary>How much of it was put into words; null: nothing.</summary>
        public int? TellAt { get; set; }
    }

    private readonly List<One> _all = [];

    public int Count => _all.Count;

    public IEnumerable<IActorRef> Actors => _all.Select(one => one.Actor);

    /// <summary>How the user put each.</summary>
    public IEnumerable<string> Typed => _all.Select(one => one.Typed);

    public IReadOnlyList<Transfer> Transfers => [.. _all.Select(one => one.Transfer).OfType<Transfer>()];

    public void Add(IActorRef actor, string typed) => _all.Add(new One(actor, typed));

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
        if (transfer.State != TransferState.Sending || transfer.Percent < (moved.TellAt ?? 0)) return true;
        moved.TellAt = ((transfer.Percent / Quarter) + 1) * Quarter;
        words = FileTexts.PartSent(transfer.Name, transfer.Percent);
        return true;
    }
}
