using LanChat.Architecture;

namespace LanChat.Rooms.Tests;

public sealed class ArchitectureSpecs()
    : ArchitectureSpec(typeof(Room).Assembly, "src/LanChat.Rooms", "LanChat.Rooms");
