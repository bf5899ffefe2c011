using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A private message between two accounts, which the server keeps for both.</summary>
/// <param name="Serial">Grows with every private message of the server, also over restarts.</param>
/// <param name="Number">Its number among the messages of these two accounts.</param>
/// <param name="Sender">The sender's account.</param>
/// <param name="Recipient">The recipient's account.</param>
/// <param name="To">The recipient's nickname then.</param>
/// <param name="Message">The message.</param>
public sealed record StoredPrivateMessage(
    long Serial, long Number, string Sender, string Recipient, string To, ChatMessage Message)
{
    /// <summary>Names the two accounts, whoever sent the message.</summary>
    public string Pair => PairOf(Sender, Recipient);

    /// <summary>The event that the clients of both are sent.</summary>
    public RoomEvent.PrivateMessage Event => new(Message, new Member(To, Message.From))
    {
        Serial = Serial,
        Number = Number,
    };

    /// <summary>Names two accounts, in either order.</summary>
    public static string PairOf(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? $"{one} {other}" : $"{other} {one}";

    /// <summary>A pair after an account became part of another one.</summary>
    internal static string MovedPair(string pair, string from, string into)
    {
        var accounts = pair.Split(' ').Select(account => account == from ? into : account).ToArray();
        return PairOf(accounts[0], accounts[1]);
    }

    /// <summary>The message after an account became part of another one.</summary>
    public StoredPrivateMessage Moved(string from, string into) => this with
    {
        Sender = Sender == from ? into : Sender,
        Recipient = Recipient == from ? into : Recipient,
    };
}
