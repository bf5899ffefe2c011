namespace LanChat.Rooms;

/// <summary>A nickname that belongs to somebody.</summary>
/// <param name="Text">The nickname, as its owner wrote it.</param>
/// <param name="Key">
/// The owner's public key, as <see cref="LanChat.Protocol.DeviceKey.Text"/>.
/// </param>
/// <param name="Ip">The address it was registered from.</param>
/// <param name="First">When it was registered, UTC.</param>
/// <param name="Last">When it was last used, UTC.</param>
public sealed record NickRegistration(string Text, string Key, string Ip, DateTime First, DateTime Last);
