namespace LanChat.Rooms;

/// <summary>How far an account has read.</summary>
/// <param name="Account">The account.</param>
/// <param name="Place">
/// A room (<see cref="OfRoom"/>), or the private messages with another account
/// (<see cref="OfAccount"/>).
/// </param>
/// <param name="Id">The last message id or serial that was read.</param>
public sealed record ReadPosition(string Account, string Place, long Id)
{
    private const char RoomSign = '#';
    private const char AccountSign = '@';

    /// <summary>The key of the room; null: it is no room.</summary>
    public string? Room => Place[0] == RoomSign ? Place[1..] : null;

    /// <summary>The other account; null: it is a room.</summary>
    public string? Other => Place[0] == AccountSign ? Place[1..] : null;

    /// <summary>Names a room by its key.</summary>
    public static string OfRoom(string key) => RoomSign + key;

    /// <summary>Names the private messages with an account.</summary>
    public static string OfAccount(string account) => AccountSign + account;
}
