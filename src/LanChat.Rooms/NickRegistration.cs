namespace LanChat.Rooms;

/// <summary>The registration of a nickname to an account.</summary>
/// <param name="Text">The nickname, as its owner wrote it.</param>
/// <param name="Account">The owner.</param>
/// <param name="Ip">The IP address it was registered from.</param>
/// <param name="First">The time of registration, UTC.</param>
/// <param name="Last">The time of the last use, UTC.</param>
public sealed record NickRegistration(string Text, string Account, string Ip, DateTime First, DateTime Last);
