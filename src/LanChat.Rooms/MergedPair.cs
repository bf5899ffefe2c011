namespace LanChat.Rooms;

/// <summary>
/// The private messages of two accounts are those of two others from now on, because one account
/// became part of another.
/// </summary>
/// <param name="From">The pair they had (<see cref="StoredPrivateMessage.PairOf"/>).</param>
/// <param name="Into">The pair they have now; it may have had messages already.</param>
/// <param name="LastNumber">
/// The number of the last one of all of them; the others are numbered down from it, in the order
/// of their serials.
/// </param>
public sealed record MergedPair(string From, string Into, long LastNumber);
