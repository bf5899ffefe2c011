using LanChat.Architecture;

namespace LanChat.Protocol.Tests;

public sealed class ArchitectureSpecs()
    : ArchitectureSpec(typeof(RoomEvent).Assembly, "src/LanChat.Protocol", "LanChat.Protocol");
