namespace LanChat.Client.Keys;

/// <summary>The device key with which a session proves that it owns its nickname.</summary>
/// <param name="Key">The key pair.</param>
/// <param name="IsSecondary">
/// Whether the session yields the nickname to any other session of the key.
/// </param>
internal sealed record KeyCredential(DeviceKeyPair Key, bool IsSecondary = false);
