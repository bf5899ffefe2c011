namespace LanChat.Rooms;

/// <summary>A device key that belongs to an account of several, or did.</summary>
/// <param name="Key">The public key, as <see cref="Protocol.DeviceKey.Text"/>.</param>
/// <param name="Account">The account it belongs to.</param>
/// <param name="Number">Names the device among those of its account.</param>
/// <param name="Name">What the client calls the device; empty: unknown.</param>
/// <param name="Added">When it was linked, UTC.</param>
/// <param name="Used">The day it was used last, UTC.</param>
public sealed record LinkedDevice(
    string Key, string Account, int Number, string Name, DateTime Added, DateTime Used);
