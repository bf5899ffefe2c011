namespace LanChat.Server.Names;

/// <summary>A name that belongs to somebody.</summary>
/// <param name="Text">The name, as they wrote it when they took it.</param>
/// <param name="Key">Their public key, as <see cref="LanChat.Protocol.DeviceKey.Text"/>.</param>
/// <param name="Ip">The address they took it from.</param>
/// <param name="First">When they took it, UTC.</param>
/// <param name="Last">When they last used it, UTC.</param>
internal sealed record OwnedName(string Text, string Key, string Ip, DateTime First, DateTime Last);
